/** A sleep that can be cut short. A call to `wake` while nobody sleeps makes the next sleep end at once. */
export class Waker {
  private isAwake = false;
  private endSleep = () => {};

  wake(): void {
    this.isAwake = true;
    this.endSleep();
  }

  async sleep(milliseconds: number): Promise<void> {
    if (!this.isAwake) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.endSleep = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.isAwake = false;
    this.endSleep = () => {};
  }
}
