package dev.garrison.mecm.site;

/**
 * Statements of the manifest about the site.
 *
 * @param code the expected site code
 * @param rollupInstalled whether it has {@code rollupKB11121541: installed}
 * @param allowChildPrimary whether writing to a primary site below a central administration site is
 *     intended
 */
public record SiteStatement(String code, boolean rollupInstalled, boolean allowChildPrimary) {}
