package thing;

/** The client of a library; its users never see what happens below. */
public class ThingClient {

    public ThingResponse send(ThingRequest request) {
        return new ThingResponse(200, "real answer to " + request.path());
    }
}
