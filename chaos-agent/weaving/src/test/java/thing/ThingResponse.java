package thing;

/** A response. */
public record ThingResponse(int status, String body) {}
