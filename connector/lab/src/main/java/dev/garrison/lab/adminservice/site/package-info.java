/** What a site is made of at the start, and the classes that describe it. */
@NullMarked
package dev.garrison.lab.adminservice.site;

import org.jspecify.annotations.NullMarked;
