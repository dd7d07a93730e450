@NullMarked
package dev.garrison.manifest.job;

import org.jspecify.annotations.NullMarked;
