@NullMarked
package dev.garrison.job.history;

import org.jspecify.annotations.NullMarked;
