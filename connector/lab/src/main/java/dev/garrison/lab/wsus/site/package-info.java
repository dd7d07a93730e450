/** Update servers as described by a site file. */
@NullMarked
package dev.garrison.lab.wsus.site;

import org.jspecify.annotations.NullMarked;
