using Turna.Web.CommandLine;

return await Verbs.RunAsync(args, CancellationToken.None);
