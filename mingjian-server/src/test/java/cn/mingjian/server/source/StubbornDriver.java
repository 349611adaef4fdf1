package cn.mingjian.server.source;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A driver that does what drivers should not, by what its address says. */
public final class StubbornDriver implements Driver {

    private static final String KIND = "jdbc:stubborn:";

    @Override
    public @Nullable Connection connect(String url, Properties properties) {
        switch (url.substring(KIND.length())) {
            case "hangs" -> {
                while (true) {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        continue; // not even then
                    }
                }
            }
            case "throws" -> throw new IllegalStateException("a row of 110101199001011234");
            case "misses" -> throw new NoClassDefFoundError("some/other/Jar");
            default -> {
                return null;
            }
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(KIND);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 7;
    }

    @Override
    public int getMinorVersion() {
        return 3;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("stubborn.words");
    }
}
