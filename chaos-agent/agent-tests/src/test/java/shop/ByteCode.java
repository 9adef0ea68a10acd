package shop;

/** Looks at code as it runs, not at class files. */
final class ByteCode {

    private ByteCode() {}

    static int indexInCaller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(1).findFirst().orElseThrow().getByteCodeIndex());
    }
}
