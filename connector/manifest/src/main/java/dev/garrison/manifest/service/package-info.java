/** Where the service listens, as the manifest says it. */
@NullMarked
package dev.garrison.manifest.service;

import org.jspecify.annotations.NullMarked;
