/** The Configuration Manager site: what it is, which version, and which route it allows. */
@NullMarked
package dev.garrison.mecm.site;

import org.jspecify.annotations.NullMarked;
