@NullMarked
package dev.garrison.job.service;

import org.jspecify.annotations.NullMarked;
