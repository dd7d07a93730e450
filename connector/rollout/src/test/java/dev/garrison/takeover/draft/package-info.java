@NullMarked
package dev.garrison.takeover.draft;

import org.jspecify.annotations.NullMarked;
