/** Jobs in the manifest: when they run, and which changes they may make automatically. */
@NullMarked
package dev.garrison.manifest.job;

import org.jspecify.annotations.NullMarked;
