/** What a probe looks at once it is signed in to a site. */
@NullMarked
package dev.garrison.probe.site;

import org.jspecify.annotations.NullMarked;
