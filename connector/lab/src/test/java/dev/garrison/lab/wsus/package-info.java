/** Raw SOAP to the stand-in update servers. */
@NullMarked
package dev.garrison.lab.wsus;

import org.jspecify.annotations.NullMarked;
