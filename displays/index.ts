export { comparePictures, type PictureDifference } from './compare.ts';
export { displayPng } from './display-png.ts';
export { displaySvg } from './display-svg.ts';
export { lcdPng, type PictureOptions } from './lcd-png.ts';
export { type Place, placesOf } from './places.ts';
export { screenDigest, seenOf } from './screen-digest.ts';
