/**
 * Reads and writes application digests, the site's own form of an application. The digest is the
 * property {@code SDMPackageXML} of {@code SMS_Application}. Pure: text in, text out.
 */
@NullMarked
package dev.garrison.mecm.application.sdmpackage;

import org.jspecify.annotations.NullMarked;
