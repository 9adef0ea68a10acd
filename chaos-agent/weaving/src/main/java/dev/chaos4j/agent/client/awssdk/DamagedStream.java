package dev.chaos4j.agent.client.awssdk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A body that is read whole, damaged and then handed out. Not thread-safe, like every stream. */
final class DamagedStream extends InputStream {

    private final InputStream from;
    private final Damage damage;
    private @Nullable InputStream damaged;
    private @Nullable IOException end;

    DamagedStream(InputStream from, Damage damage) {
        this.from = from;
        this.damage = damage;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = damaged().read(target, offset, length);
        if (count < 0 && end != null) {
            throw end;
        }
        return count;
    }

    private InputStream damaged() throws IOException {
        if (damaged == null) {
            byte[] body = from.readAllBytes();
            byte[] bytes = damage.of(body);
            end = damage.end(body, bytes);
            damaged = new ByteArrayInputStream(bytes);
        }
        return damaged;
    }

    @Override
    public int available() throws IOException {
        return damaged == null ? 0 : damaged.available();
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
