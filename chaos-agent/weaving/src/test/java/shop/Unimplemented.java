package shop;

/** On the class path, and never touched. */
public interface Unimplemented {
    void run();
}
