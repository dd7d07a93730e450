/**
 * Applications in the form the site keeps them, the application digest (property {@code
 * SDMPackageXML} of {@code SMS_Application}). Pure: text in, text out.
 */
@NullMarked
package dev.garrison.mecm.application.sdmpackage;

import org.jspecify.annotations.NullMarked;
