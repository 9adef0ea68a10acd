package shop;

/** What the tests inject faults into. */
public final class Inventory {

    private volatile int byteCodeIndex;

    int stock(String item) {
        byteCodeIndex = ByteCode.indexInCaller();
        return item.length();
    }

    /** Where in {@code stock} the last call stood: it moves when code is put in front, and back when it is removed. */
    int byteCodeIndex() {
        stock("any");
        return byteCodeIndex;
    }
}
