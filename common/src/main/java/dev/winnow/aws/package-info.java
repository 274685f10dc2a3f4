/** The adapters to AWS: the only package that uses the AWS SDK and Spring Cloud AWS. */
@NullMarked
package dev.winnow.aws;

import org.jspecify.annotations.NullMarked;
