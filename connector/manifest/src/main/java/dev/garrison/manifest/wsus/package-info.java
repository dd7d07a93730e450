/** The section of the manifest for WSUS servers, as records. */
@NullMarked
package dev.garrison.manifest.wsus;

import org.jspecify.annotations.NullMarked;
