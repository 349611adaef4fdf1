package cn.mingjian.running;

/** The version of the product, from the jar's manifest; part of the fingerprint of a run. */
public final class ProductVersion {

    private ProductVersion() {}

    /** The version, {@code development} where the product runs from its classes. */
    public static String text() {
        String version = ProductVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
