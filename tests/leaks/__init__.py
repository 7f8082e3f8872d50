"""Whether anything private can be read in what a build puts out, in whatever form."""
