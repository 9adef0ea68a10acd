package shop;

/** Hands its annotation down. */
@Remote
public class RemoteBase {}
