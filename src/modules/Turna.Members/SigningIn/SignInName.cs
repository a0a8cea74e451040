using System.Text;
using Turna.Kernel;

namespace Turna.Members.SigningIn;

/// <summary>What a member signs in with: any writing, compared without regard to case and to the width of blanks.</summary>
internal static class SignInName
{
    public const int Longest = 100;

    /// <summary>The form that is stored and looked up.</summary>
    public static string Normal(string? typed) =>
        string.Join(' ', Writing.Normal(typed ?? string.Empty, NormalizationForm.FormKC).ToLowerInvariant().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    public static bool IsUsable(string normal) => normal.Length is >= 2 and <= Longest && Writing.Line(normal).Length == normal.Length;
}
