/**
 * The releases of Windows Server that Garrison onboards, and the parts of Defender built into each.
 */
@NullMarked
package dev.garrison.manifest.operatingsystem;

import org.jspecify.annotations.NullMarked;
