package shop;

/** On the class path, and never touched. */
public final class NeverLoaded implements Runnable {

    @Override
    public void run() {}
}
