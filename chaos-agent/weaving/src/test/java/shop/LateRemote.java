package shop;

/** Annotated as a whole, through its superclass, and loaded late. */
public class LateRemote extends RemoteBase {

    public String call() {
        return "called";
    }
}
