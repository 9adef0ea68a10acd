package shop;

import static org.mockito.Mockito.mock;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A driver that writes down what it is told; another one may do the work. */
public final class LedgerDriver implements Driver {

    public final List<String> urls = new ArrayList<>();
    public final List<Properties> properties = new ArrayList<>();
    public final Connection connection = mock(Connection.class);
    private final String prefix;
    private final @Nullable Driver behind;

    public LedgerDriver(String prefix, @Nullable Driver behind) {
        this.prefix = prefix;
        this.behind = behind;
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        urls.add(url);
        properties.add(info);
        return behind == null ? connection : behind.connect(url, info);
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(prefix);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
