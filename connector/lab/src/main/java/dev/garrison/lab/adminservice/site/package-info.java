/** Site files, the initial devices and collections of a site, and the classes that describe it. */
@NullMarked
package dev.garrison.lab.adminservice.site;

import org.jspecify.annotations.NullMarked;
