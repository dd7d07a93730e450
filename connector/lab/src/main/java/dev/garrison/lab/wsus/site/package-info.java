/** Update servers as a site file describes them. */
@NullMarked
package dev.garrison.lab.wsus.site;

import org.jspecify.annotations.NullMarked;
