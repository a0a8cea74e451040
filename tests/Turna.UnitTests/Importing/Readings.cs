using System.Text;
using Turna.Cases.Contracts;
using Turna.Kernel;

namespace Turna.UnitTests.Importing;

/// <summary>Reading registers in tests, on a day when all of them lie in the past.</summary>
internal static class Readings
{
    public static RegisterOptions Options { get; } = new() { Today = new DateOnly(2024, 6, 1) };

    public static Register Read(byte[] file, string name = "register.csv", RegisterOptions? options = null)
    {
        using var stream = new MemoryStream(file);
        return RegisterReader.Read(stream, name, options ?? Options).Value;
    }

    public static Register Read(string csv) => Read(Encoding.UTF8.GetBytes(csv));

    /// <summary>Why a file was refused.</summary>
    public static string Refusal(byte[] file, string name = "register.xlsx", RegisterOptions? options = null)
    {
        using var stream = new MemoryStream(file);
        return RegisterReader.Read(stream, name, options ?? Options).Error.ShouldBeOfType<Error.Refused>().Text;
    }

    /// <summary>Reads one row under the headings given, each cell as "heading=value".</summary>
    public static RegisterRow Row(params string[] cells)
    {
        var pairs = cells.Select(cell => cell.Split('=', 2)).ToList();
        foreach (var (heading, value) in new[] { ("Дата", "15.05.2023"), ("ФИО", "Асанова Айгуль"), ("Вопрос", "зарплата") })
            if (!pairs.Exists(pair => pair[0] == heading)) pairs.Add([heading, value]);
        var csv = string.Join(';', pairs.Select(pair => Quote(pair[0]))) + "\n" + string.Join(';', pairs.Select(pair => Quote(pair[1]))) + "\n";
        return Read(csv).Rows[1];
    }

    private static string Quote(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
