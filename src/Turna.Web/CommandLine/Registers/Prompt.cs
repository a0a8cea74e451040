namespace Turna.Web.CommandLine.Registers;

/// <summary>Asks for a secret on the terminal without showing it.</summary>
internal static class Prompt
{
    public static string Hidden(string question)
    {
        Console.Error.Write(question);
        if (Console.IsInputRedirected) return Console.ReadLine() ?? throw new UsageException("the input ended before the sign-in was complete");
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0) typed.Length--;
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
