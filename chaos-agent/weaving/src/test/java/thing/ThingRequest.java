package thing;

/** A request. */
public record ThingRequest(String path) {}
