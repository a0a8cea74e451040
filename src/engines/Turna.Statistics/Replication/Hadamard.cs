namespace Turna.Statistics.Survey;

/// <summary>
/// Matrices of signs with orthogonal rows and columns, the first row and column all positive: Paley's two constructions
/// and Sylvester's doubling (Hedayat and Wallis 1978).
/// </summary>
internal static class Hadamard
{
    /// <summary>The largest order offered.</summary>
    public const int Largest = 2048;

    /// <summary>A matrix of the smallest order that can be built and is at least as large as wanted; true stands for +1.</summary>
    public static bool[][] AtLeast(int order)
    {
        for (var size = Math.Max(4, (order + 3) / 4 * 4); size <= Largest; size += 4)
        {
            if (Build(size) is { } matrix) return matrix;
        }

        throw new SurveyInputException($"replicates: {order} balanced half-samples are more than the {Largest} offered");
    }

    private static bool[][]? Build(int order)
    {
        if (order == 1) return [[true]];
        if (order == 2) return [[true, true], [true, false]];
        if (order % 4 != 0) return null;
        if (Build(order / 2) is { } half) return Doubled(half);
        if (IsPrime(order - 1)) return Paley(order - 1);
        return order % 8 == 4 && IsPrime((order / 2) - 1) && (((order / 2) - 1) % 4) == 1 ? PaleySecond((order / 2) - 1) : null;
    }

    private static bool[][] Doubled(bool[][] half)
    {
        var n = half.Length;
        return [.. Enumerable.Range(0, 2 * n).Select(i => Enumerable.Range(0, 2 * n).Select(j => half[i % n][j % n] != (i >= n && j >= n)).ToArray())];
    }

    /// <summary>Order p + 1 for a prime p ≡ 3 (mod 4); written symmetrically, by sums of the indices.</summary>
    private static bool[][] Paley(int p)
    {
        var isSquare = Squares(p);
        return [.. Enumerable.Range(0, p + 1).Select(i => Enumerable.Range(0, p + 1).Select(j =>
            i == 0 || j == 0 || ((i + j - 2) % p != 0 && !isSquare[(i + j - 2) % p])).ToArray())];
    }

    /// <summary>Order 2(p + 1) for a prime p ≡ 1 (mod 4), made positive in its first row and column.</summary>
    private static bool[][] PaleySecond(int p)
    {
        var isSquare = Squares(p);
        var n = p + 1;
        var matrix = new bool[2 * n][];
        for (var i = 0; i < 2 * n; i++)
        {
            matrix[i] = new bool[2 * n];
            for (var j = 0; j < 2 * n; j++) matrix[i][j] = Entry(i / 2, j / 2, i % 2, j % 2);
        }

        foreach (var row in matrix.Where(row => !row[0])) Flip(row);
        for (var j = 0; j < 2 * n; j++)
        {
            if (matrix[0][j]) continue;
            foreach (var row in matrix) row[j] = !row[j];
        }

        return matrix;

        bool Entry(int row, int column, int inRow, int inColumn)
        {
            // 0 becomes (+ − / − −); ±1 becomes ±(+ + / + −).
            if (row == column) return inRow == 0 && inColumn == 0;
            var sign = row == 0 || column == 0 || isSquare[(row - column + p) % p];
            return sign == !(inRow == 1 && inColumn == 1);
        }

        static void Flip(bool[] row)
        {
            for (var j = 0; j < row.Length; j++) row[j] = !row[j];
        }
    }

    private static bool[] Squares(int p)
    {
        var isSquare = new bool[p];
        for (long i = 1; i < p; i++) isSquare[i * i % p] = true;
        return isSquare;
    }

    private static bool IsPrime(int number)
    {
        if (number < 2) return false;
        for (var divisor = 2; divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0) return false;
        }

        return true;
    }
}
