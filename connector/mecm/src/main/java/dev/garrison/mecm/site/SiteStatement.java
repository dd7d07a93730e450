package dev.garrison.mecm.site;

/**
 * What the manifest says of the site.
 *
 * @param code the site code that is meant
 * @param rollupInstalled whether it states {@code rollupKB11121541: installed}
 * @param allowChildPrimary whether writing to a primary below a central site is meant
 */
public record SiteStatement(String code, boolean rollupInstalled, boolean allowChildPrimary) {}
