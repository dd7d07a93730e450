/** What a probe takes for granted of a site, held to what is sent. */
@NullMarked
package dev.garrison.probe.site;

import org.jspecify.annotations.NullMarked;
