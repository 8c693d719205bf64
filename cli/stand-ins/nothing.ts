/** Stands for what a package loads and nobody here uses: whoever does use it sees that it is not there. */
export {};
