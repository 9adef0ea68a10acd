package dev.chaos4j.agent.client.contract;

/** A client library, set up for one server. Its results are texts, so that they can be compared. */
public interface Subject extends AutoCloseable {

    /** Reads {@code /bucket/key}. */
    Object read() throws Exception;

    /** Writes {@code /bucket/key}. */
    Object write() throws Exception;

    /** Asks for the head of {@code /bucket/key} alone. */
    Object head() throws Exception;

    @Override
    void close();

    /** One of the operations. */
    enum Use {
        /** See {@link Subject#read}. */
        READ,
        /** See {@link Subject#write}. */
        WRITE,
        /** See {@link Subject#head}. */
        HEAD;

        /** Makes the call. */
        Object of(Subject subject) throws Exception {
            return switch (this) {
                case READ -> subject.read();
                case WRITE -> subject.write();
                case HEAD -> subject.head();
            };
        }
    }
}
