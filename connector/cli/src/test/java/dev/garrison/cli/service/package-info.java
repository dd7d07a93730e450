@NullMarked
package dev.garrison.cli.service;

import org.jspecify.annotations.NullMarked;
