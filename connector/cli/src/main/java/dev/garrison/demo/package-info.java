/**
 * The demonstration: the whole way against the lab. The only package of the product that may use
 * the lab.
 */
@NullMarked
package dev.garrison.demo;

import org.jspecify.annotations.NullMarked;
