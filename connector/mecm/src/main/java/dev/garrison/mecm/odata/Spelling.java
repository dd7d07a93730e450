package dev.garrison.mecm.odata;

/**
 * Spelling of properties in a site's classes. Microsoft's pages and the answers of sites differ in
 * case: the key of SMS_R_System is {@code ResourceID} on its page and {@code ResourceId} in answers
 * (SpecterOps/ConfigManBearPig, sample_data).
 */
@FunctionalInterface
public interface Spelling {
  /** Garrison's own spelling, used until the site's metadata was read. */
  Spelling OURS = (_, property) -> property;

  /** The property as the site spells it, or unchanged if the site has none of that name. */
  String of(String className, String property);
}
