export { PanelSession, type PanelSessionOptions } from './panel-session.ts';
export {
  type FramePush,
  type LinkReply,
  readReply,
  readReplyAnswer,
  type ServerMessage,
  writePush,
  writeReply,
} from './reply.ts';
export {
  type LinkRequest,
  type ReadRequest,
  type ReplyError,
  readRequest,
  writeRequest,
} from './request.ts';
