@NullMarked
package dev.garrison.job;

import org.jspecify.annotations.NullMarked;
