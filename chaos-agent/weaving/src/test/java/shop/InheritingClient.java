package shop;

/** A client that inherits all its code from a class that is none. */
public final class InheritingClient extends AbstractClient implements Client {}
