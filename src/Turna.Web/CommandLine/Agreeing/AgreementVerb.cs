using System.CommandLine;
using Turna.Statistics.Agreement;

namespace Turna.Web.CommandLine.Agreeing;

/// <summary><c>./turna agreement</c>: how far coders or raters agree; see docs/reference/agreement.md.</summary>
internal static class AgreementVerb
{
    public static Command Create()
    {
        var input = new Option<string>("--input") { Required = true, Description = "CSV of ratings, long (unit,rater,value) or wide (a column per rater); - for standard input." };
        var coefficients = new Option<string[]>("--coefficient") { AllowMultipleArgumentsPerToken = true, Description = $"One or more of: {string.Join(", ", Coefficients.Names)}. Without it those that fit." };
        var level = new Option<string>("--level") { DefaultValueFactory = _ => "nominal", Description = "nominal, ordinal, interval or ratio (krippendorff)." };
        var weights = new Option<string>("--weights") { DefaultValueFactory = _ => "identity", Description = "identity, linear or quadratic (cohen, gwet, conger, fleiss-gwet, brennan-prediger, percent, alpha-gwet)." };
        var bootstrap = new Option<int>("--bootstrap") { Description = "Replicates for krippendorff's interval, 100 to 1000000." };
        var resample = new Option<string>("--resample") { DefaultValueFactory = _ => "pairs", Description = "What a replicate draws: pairs or units." };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1, Description = "The same seed gives the same interval." };
        var tolerance = new Option<double>("--tolerance") { Description = "How far apart ratings may be for percent-all." };
        var layout = new Option<string>("--layout") { DefaultValueFactory = _ => "auto", Description = "long, wide (rows are units) or raters (rows are raters); auto takes unit,rater,value as long and anything else as wide." };
        var columns = new Option<string[]>("--columns") { AllowMultipleArgumentsPerToken = true, Description = "Wide: the raters' columns. Long: the columns of unit, rater and value." };
        var order = new Option<string[]>("--categories") { AllowMultipleArgumentsPerToken = true, Description = "The categories in order, where they are words." };
        var output = new Option<string>("--output") { DefaultValueFactory = _ => "-", Description = "FILE.json or -." };
        var verb = new Command("agreement", "How far raters agree.") { input, coefficients, level, weights, bootstrap, resample, seed, tolerance, layout, columns, order, output };
        verb.SetAction(parsed =>
        {
            var file = new RatingsFile(CsvRows.Read(parsed.GetRequiredValue(input)), parsed.GetRequiredValue(layout), parsed.GetValue(columns) ?? [], parsed.GetValue(order) ?? []);
            try
            {
                var asked = new Coefficients(
                    file.Ratings(), Choice<Level>("--level", parsed.GetRequiredValue(level)), Choice<Weighting>("--weights", parsed.GetRequiredValue(weights)),
                    parsed.GetValue(bootstrap), Choice<Resample>("--resample", parsed.GetRequiredValue(resample)), parsed.GetValue(seed), parsed.GetValue(tolerance));
                TextOutput.Write(parsed.GetRequiredValue(output), asked.Json(parsed.GetValue(coefficients) ?? []));
                return 0;
            }
            catch (AgreementException refused)
            {
                throw new UsageException($"{parsed.GetRequiredValue(input)}: {refused.Message}", refused);
            }
        });
        return verb;
    }

    private static T Choice<T>(string option, string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && !char.IsAsciiDigit(text[0])
            ? value
            : throw new UsageException($"{option}: '{text}' is none of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
}
