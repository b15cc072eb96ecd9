process.stderr.write('not yet\n');
process.exit(1);
