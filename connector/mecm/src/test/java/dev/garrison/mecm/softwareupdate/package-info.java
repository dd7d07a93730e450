/** What a site shows of software updates. */
@NullMarked
package dev.garrison.mecm.softwareupdate;

import org.jspecify.annotations.NullMarked;
