// Tests take machines of any family as they need them, and none of them loads them first.
import '#emulator';
