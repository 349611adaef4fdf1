package cn.mingjian.cli;

import cn.mingjian.running.ProductVersion;
import picocli.CommandLine.IVersionProvider;

/** The version of the product, from the jar's manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"mingjian " + text()};
    }

    static String text() {
        return ProductVersion.text();
    }
}
