exports.handler = async () => ({});
exports.sweep = async () => ({});
