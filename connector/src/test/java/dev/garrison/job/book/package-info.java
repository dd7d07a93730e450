@NullMarked
package dev.garrison.job.book;

import org.jspecify.annotations.NullMarked;
